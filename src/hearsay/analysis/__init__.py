"""What an analyst asks of many incidents at once: how sources compare, who is said to hold a place, broken truces.

Takes linked incidents and the codings that tell of them; gives frozen records. It knows no database and writes nothing.
"""
