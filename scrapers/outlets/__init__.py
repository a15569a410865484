"""One file an outlet, data only: `OUTLET = Outlet(...)`. Found by scrapers.registry; copy _template.py to add one."""
