"""What a debtor owes as a whole: rules about claims that no statute and no strategy says."""
