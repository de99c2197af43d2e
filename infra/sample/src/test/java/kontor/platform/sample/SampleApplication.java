package kontor.platform.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The sample service; also started as a process of its own, to be killed. */
@SpringBootApplication
public class SampleApplication {

    public static void main(String... arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }
}
