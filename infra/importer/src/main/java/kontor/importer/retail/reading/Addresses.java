package kontor.importer.retail.reading;

/** How long the parts of an address may be, on sites as on invoices. */
final class Addresses {

    static final int ZIP_CODE_MAX = 10;
    static final int CITY_MAX = 50;
    static final int STREET_MAX = 50;
    static final String PHONE_MESSAGE = "holds more than digits, blanks and + - / ( )";

    private Addresses() {}
}
