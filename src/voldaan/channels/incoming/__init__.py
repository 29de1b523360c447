"""What others send to us: the bytes of mails, from a mailbox on a server or from a folder of files."""
