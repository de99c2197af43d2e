package kontor.local.backup;

import java.util.List;
import kontor.local.stack.Trouble;

/**
 * What {@code infra/backup} is told.
 *
 * @param keep how many backups there are afterwards at most
 */
record BackupOptions(int keep) {

    private static final int USUALLY = 7;
    private static final String USAGE = "Usage: infra/backup [--keep N], N from 1 to 1000.";

    static BackupOptions of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new BackupOptions(USUALLY);
        }
        if (arguments.size() != 2
                || !arguments.getFirst().equals("--keep")
                || !arguments.get(1).matches("[0-9]{1,4}")) {
            throw new Trouble(USAGE);
        }
        int keep = Integer.parseInt(arguments.get(1));
        if (keep < 1 || keep > 1000) {
            throw new Trouble(USAGE);
        }
        return new BackupOptions(keep);
    }
}
