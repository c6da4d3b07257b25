"""Rule packs: folders of YAML files, read into records."""
