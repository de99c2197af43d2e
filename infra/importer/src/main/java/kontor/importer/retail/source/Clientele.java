package kontor.importer.retail.source;

import java.util.List;
import kontor.importer.reading.Wording;
import org.jspecify.annotations.Nullable;

/** Who buys, and where the goods go. */
public record Clientele(List<Customer> customers, List<Site> sites) {

    private static final int MEMBER_NAME_MAX = 32;

    /** A customer. */
    public record Customer(
            int line,
            long id,
            String name,
            @Nullable String bankAccount,
            @Nullable String login,
            @Nullable String password,
            @Nullable String email,
            long mainSiteId)
            implements Entry {

        /** The last word of his name (G-43). */
        public String lastName() {
            return cut(name.substring(name.lastIndexOf(' ') + 1));
        }

        /** All but the last word; null if there is no other. */
        public @Nullable String firstName() {
            int end = name.lastIndexOf(' ');
            return end < 0 ? null : cut(name.substring(0, end));
        }

        private static String cut(String text) {
            int length = text.codePointCount(0, text.length());
            return Wording.tidy(
                    length > MEMBER_NAME_MAX ? text.substring(0, text.offsetByCodePoints(0, MEMBER_NAME_MAX)) : text);
        }

        @Override
        public String toString() {
            return "Customer[" + id + "]";
        }
    }

    /** An address of a customer. */
    public record Site(
            int line,
            long id,
            String zipCode,
            String city,
            String street,
            @Nullable String tel,
            @Nullable String fax,
            long customerId)
            implements Entry {}
}
