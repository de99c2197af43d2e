package kontor.importer.retail.check;

import java.util.ArrayList;
import java.util.List;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Sheet;
import org.jspecify.annotations.Nullable;

/** Passwords that Keycloak would not take (I-1). That a password was too short then is no reason not to move in. */
public final class Passwords {

    private static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 64;

    private Passwords() {}

    /** Whether he can be given a log-in with the password he has. */
    public static boolean isPossible(Clientele.Customer customer) {
        @Nullable String password = customer.password();
        if (password == null || (customer.login() == null && customer.email() == null)) {
            return false;
        }
        int length = password.codePointCount(0, password.length());
        return length >= LENGTH_MIN
                && length <= LENGTH_MAX
                && password.codePoints().noneMatch(Character::isISOControl)
                && !password.equalsIgnoreCase(customer.login())
                && !password.equalsIgnoreCase(customer.email());
    }

    /** One sentence for each customer who has to be given a log-in by hand. */
    public static List<String> notes(Clientele clientele) {
        List<String> notes = new ArrayList<>();
        for (Clientele.Customer customer : clientele.customers()) {
            if (customer.password() != null && !isPossible(customer)) {
                notes.add("%s: the password is none that the shop takes; give %s a log-in by hand."
                        .formatted(Sheet.CUSTOMERS.line(customer.line()), customer.name()));
            }
        }
        return notes;
    }
}
