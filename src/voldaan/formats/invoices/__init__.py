"""Invoices: UBL, CII, and the PDF that carries one."""
