"""What Voldaan costs: figures beside a floor measured in the same run, printed as `name value unit ratio`."""
