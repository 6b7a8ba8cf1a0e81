"""An incident made ready to be shown: what each origin says of it, side by side, and how it reached us."""
