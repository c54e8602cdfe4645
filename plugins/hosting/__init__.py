"""What browsers and hosts are told: what a page may do, and how its files are served."""
