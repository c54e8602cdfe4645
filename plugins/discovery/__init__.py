"""How machines and far-off readers find the site: feeds and the sitemap."""
