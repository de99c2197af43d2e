package kontor.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts chat-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ChatApplication {

    private ChatApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(ChatApplication.class, args);
    }
}
