package kontor.pictures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files without row (C-11, H-13). A file goes when two passes in a row have found it so: by no clock, since
 * that of the service may have been moved away from that of the files, and never one that is just being entered.
 */
public final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final int BATCH = 1_000;

    private final PictureFiles files;
    private final UnaryOperator<List<String>> withoutRow;
    private Set<String> suspects = Set.of();

    /** @param withoutRow gives those of the names that no row has */
    public Orphans(PictureFiles files, UnaryOperator<List<String>> withoutRow) {
        this.files = files;
        this.withoutRow = withoutRow;
    }

    /** One pass. */
    public void sweep() {
        Set<String> orphans = new HashSet<>();
        files.inBatches(BATCH, names -> orphans.addAll(withoutRow.apply(names)));
        List<String> twice = new ArrayList<>(orphans);
        twice.retainAll(suspects);
        twice.forEach(files::discard);
        if (!twice.isEmpty()) {
            LOG.info("Removed {} files without row.", twice.size());
        }
        orphans.removeAll(Set.copyOf(twice));
        suspects = orphans;
    }
}
