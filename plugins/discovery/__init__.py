"""How machines find the site: the sitemap."""
