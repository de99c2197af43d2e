package kontor.testkit.samples.stranger.one;

import kontor.testkit.samples.stranger.two.Shipping;
import org.springframework.stereotype.Service;

@Service
class Ordering {

    private final Shipping shipping;

    Ordering(Shipping shipping) {
        this.shipping = shipping;
    }

    void order() {
        shipping.ship();
    }
}
