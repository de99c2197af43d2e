package kontor.testkit.samples.open;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/** All of this should be package-private. */
@RestController
public class OpenController {

    /** An entity. */
    @Entity
    public static class OpenEntity {

        @Id
        long id;
    }

    /** Settings. */
    @ConfigurationProperties("kontor.open")
    public record Knobs(int size) {}

    /** A bean that nobody else uses. */
    @Component
    public static class Lonely {}

    /** An activity. */
    @Service
    public static class Opening {}

    /** An HTTP client. */
    public interface OpenClient {}
}
