package kontor.catalog.vat;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the 0 % rate before the service is ready, so that its first event is told like any other. */
@Component
class ZeroRate implements ApplicationRunner {

    private final Taxing taxing;

    ZeroRate(Taxing taxing) {
        this.taxing = taxing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        taxing.ensureZeroRate();
    }
}
