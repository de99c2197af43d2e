package kontor.chat;

import kontor.testkit.KontorTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class StartIT {

    private final RestTestClient http;

    StartIT(RestTestClient http) {
        this.http = http;
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        http.get()
                .uri("/api/v1/nothing-here")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }
}
