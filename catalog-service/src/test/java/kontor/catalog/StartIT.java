package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.testkit.KontorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog")
class StartIT {

    private final RestTestClient http;

    StartIT(@Autowired RestTestClient http) {
        this.http = http;
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        http.get().uri("/api/v1/nothing-here").exchange().expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("not-found");

        assertThat(http).isNotNull();
    }
}
