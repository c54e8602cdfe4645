"""The page that tells how far a site is translated: in the preview, and on the site where a setting says so."""
