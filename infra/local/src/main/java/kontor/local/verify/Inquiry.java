package kontor.local.verify;

import java.sql.SQLException;
import java.util.List;

/** One statement that must hold, and how to look for what offends it. */
interface Inquiry {

    /** The statement in words, with the number of its invariant. */
    String statement();

    /** Where it was looked for, such as {@code ledger} or {@code identity, ledger}. */
    String place();

    /** The offenders, one line each, bounded; empty when the statement holds. */
    List<String> offenders(Databases databases) throws SQLException;
}
