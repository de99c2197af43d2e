package kontor.identity.customer;

import org.jspecify.annotations.Nullable;

/** Where a customer is, as printed on orders and invoices. */
record Address(
        String zipCode,
        String city,
        String street,
        String country,
        @Nullable String tel,
        @Nullable String fax) {

    /** Nothing that tells where it was (I-13). */
    Address former() {
        return new Address("-", "-", "-", country, null, null);
    }
}
