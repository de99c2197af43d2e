package kontor.invoice.paper;

/** Forms of the electronic invoice. */
public enum Profile {
    FACTUR_X,
    XRECHNUNG
}
