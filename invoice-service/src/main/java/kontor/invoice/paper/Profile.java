package kontor.invoice.paper;

/** Rules the e-invoice is written by; both are EN 16931 in the syntax of UN/CEFACT (V-17). */
public enum Profile {
    /** What the PDF carries inside, of the profile EN 16931. */
    FACTUR_X("urn:cen.eu:en16931:2017"),
    /** What public bodies in Germany ask for (ADR 040). */
    XRECHNUNG("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0");

    private final String guideline;

    Profile(String guideline) {
        this.guideline = guideline;
    }

    String guideline() {
        return guideline;
    }
}
