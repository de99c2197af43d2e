package kontor.order.parcel;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kontor.platform.rejection.Unavailable;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Prints papers of parcels. The same shipment gives the same bytes; nothing is fetched for it. At most one PDF per
 * core, and no more than memory holds, is in work: whoever waits for 10 s gets {@code unavailable}.
 */
@Component
class Papers {

    private static final long PATIENCE_SECONDS = 10;

    /** Enough for as many lines as a purchase has. */
    private static final long BYTES_OF_A_PRINT = 64L << 20;

    private final Semaphore presses = new Semaphore(atOnce(Runtime.getRuntime()), true);
    private final Press press = new Press();
    private final SingletonSupplier<Layout> layout;

    Papers(PlatformSettings shop) {
        layout = SingletonSupplier.of(() -> new Layout(press.letters(), shop.zone()));
    }

    byte[] label(Shipment shipment) {
        String title = "Label of purchase " + shipment.purchaseId();
        return inTurn(() -> press.print(layout.obtain().label(shipment), title, shipment.paidAt()));
    }

    byte[] slip(Shipment shipment) {
        String title = "Packing slip of purchase " + shipment.purchaseId();
        return inTurn(() -> press.print(layout.obtain().slip(shipment), title, shipment.paidAt()));
    }

    private byte[] inTurn(Supplier<byte[]> print) {
        enter();
        try {
            return print.get();
        } finally {
            presses.release();
        }
    }

    private static int atOnce(Runtime machine) {
        return Math.clamp(machine.maxMemory() / BYTES_OF_A_PRINT, 1, machine.availableProcessors());
    }

    private void enter() {
        try {
            if (!presses.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("Printing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Printing");
        }
    }
}
