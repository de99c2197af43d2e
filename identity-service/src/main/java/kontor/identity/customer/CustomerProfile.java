package kontor.identity.customer;

import org.jspecify.annotations.Nullable;

/** What stands on a customer's invoices, and his bank account, which only he and admins see. */
record CustomerProfile(
        String name, @Nullable String bankAccount, @Nullable String taxIdentifier) {

    static final CustomerProfile FORMER = new CustomerProfile("Former customer", null, null);
}
