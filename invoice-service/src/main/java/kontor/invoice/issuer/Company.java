package kontor.invoice.issuer;

/** What is printed of an issuer. */
record Company(
        String name,
        String zipCode,
        String city,
        String street,
        String country,
        String taxIdentifier,
        String bankAccount) {}
