"""The page that a newsroom opens: what it shows, as data; how it looks, as a template, a style and scripts."""
