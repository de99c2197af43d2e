package kontor.chat.attachment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import kontor.pictures.Orphans;
import kontor.pictures.PictureFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes files without row within an hour (H-13). */
@Component
class OrphanSweeper {

    private final JdbcClient jdbc;
    private final Orphans orphans;

    OrphanSweeper(PictureFiles files, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.orphans = new Orphans(files, this::withoutRow);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        orphans.sweep();
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
