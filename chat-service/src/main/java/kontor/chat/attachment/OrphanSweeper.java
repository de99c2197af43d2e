package kontor.chat.attachment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kontor.chat.picture.PictureFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files without row within an hour (H-13). A file goes when two passes in a row have found it so: by no clock,
 * since that of the service may have been moved away from that of the files, and never one that is just being entered.
 */
@Component
class OrphanSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweeper.class);
    private static final int BATCH = 1_000;

    private final PictureFiles files;
    private final JdbcClient jdbc;
    private Set<String> suspects = Set.of();

    OrphanSweeper(PictureFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Set<String> orphans = new HashSet<>();
        files.inBatches(BATCH, names -> orphans.addAll(withoutRow(names)));
        List<String> twice = new ArrayList<>(orphans);
        twice.retainAll(suspects);
        twice.forEach(files::discard);
        if (!twice.isEmpty()) {
            LOG.info("Removed {} files without row.", twice.size());
        }
        orphans.removeAll(Set.copyOf(twice));
        suspects = orphans;
    }

    private List<String> withoutRow(List<String> names) {
        return jdbc.sql("""
                        select name from unnest(?) name
                        where not exists (select from attachment where path = name)
                        """)
                .param(names.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
