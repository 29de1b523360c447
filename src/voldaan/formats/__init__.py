"""Files to plain values and back. One format a module, the same verbs in each.

`recognises(head)` looks at the first bytes, never at the name; `read(data, file)` gives values or raises
`Refusal`; `check` holds a value against the rules of its format; `write` exists where we hand files out.
"""
