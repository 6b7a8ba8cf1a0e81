"""An article made ready to be shown: its words marked for each claim, its versions side by side."""
