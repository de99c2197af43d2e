package kontor.testkit.samples.stranger.two;

import org.springframework.stereotype.Service;

/** An activity, open to all. */
@Service
public class Shipping {

    /** Does nothing. */
    public void ship() {}
}
