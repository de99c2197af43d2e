package kontor.invoice.paper;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kontor.platform.rejection.Unavailable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Prints documents. The same paper gives the same bytes at any time and place; nothing is fetched for it. At most one
 * PDF per core, and no more than memory holds, is in work: whoever waits for 10 s gets {@code unavailable}.
 */
@Component
@EnableConfigurationProperties(ContactSettings.class)
public final class Papers {

    private static final long PATIENCE_SECONDS = 10;

    /** Enough for as many lines as an order has; a longer paper has the presses for itself. */
    private static final long BYTES_OF_A_PRINT = 64L << 20;

    private static final int LINES_OF_A_PRINT = 100;

    private final int all = atOnce(Runtime.getRuntime());
    private final Semaphore presses = new Semaphore(all, true);
    private final ContactSettings contact;
    private final Press press = new Press();

    Papers(ContactSettings contact) {
        this.contact = contact;
    }

    /**
     * PDF/A-3 with the Factur-X file inside.
     *
     * @param mark {@code Original}, {@code Copy 1} and so on (V-10)
     */
    public byte[] pdf(Paper paper, String mark) {
        int needed = paper.lines().size() > LINES_OF_A_PRINT ? all : 1;
        enter(needed);
        try {
            return press.print(paper, mark, xml(paper, Profile.FACTUR_X));
        } finally {
            presses.release(needed);
        }
    }

    /** The e-invoice alone, UTF-8. */
    public byte[] xml(Paper paper, Profile profile) {
        return new CrossIndustryInvoice(paper, profile, contact).write();
    }

    private static int atOnce(Runtime machine) {
        return Math.clamp(machine.maxMemory() / BYTES_OF_A_PRINT, 1, machine.availableProcessors());
    }

    private void enter(int needed) {
        try {
            if (!presses.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("Printing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Printing");
        }
    }
}
