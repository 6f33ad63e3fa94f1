"""How a number looks: `markup` turns plain values into HTML, `charts` draws pictures."""
