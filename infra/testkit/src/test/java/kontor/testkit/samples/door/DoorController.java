package kontor.testkit.samples.door;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class DoorController {

    private final RestClient client;

    DoorController(RestClient client) {
        this.client = client;
    }

    @GetMapping("/unguarded")
    @Nullable
    String unguarded() {
        return client.get().retrieve().body(String.class);
    }

    @GetMapping("/leaking")
    List<Secret> leaking() {
        return List.of();
    }

    @Entity
    static class Secret {

        @Id
        long id;
    }
}
