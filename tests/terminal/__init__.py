"""The installed command in a real pseudo-terminal: ``FACTDESK`` names it, else the one beside Python."""
