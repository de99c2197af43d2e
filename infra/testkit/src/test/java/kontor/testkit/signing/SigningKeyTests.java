package kontor.testkit.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class SigningKeyTests {

    /** Every 256th signature begins with a zero, which a number does not show; so many hold one all but certainly. */
    private static final int MANY = 3_000;

    private final SigningKey key = new SigningKey();

    @Test
    void signsSoThatJavaItselfFindsNoFault() throws Exception {
        Signature check = Signature.getInstance("SHA256withRSA");
        for (int i = 0; i < MANY; i++) {
            byte[] input = ("input " + i).getBytes(StandardCharsets.US_ASCII);
            byte[] signature = sign(input);

            check.initVerify(key.publicHalf().toRSAPublicKey());
            check.update(input);
            assertThat(signature).as("signature %d", i).hasSize(256);
            assertThat(check.verify(signature)).as("signature %d", i).isTrue();
        }
    }

    @Test
    void signsNothingElse() throws Exception {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key.publicHalf().toRSAPublicKey());
        check.update(new byte[] {1});

        assertThat(check.verify(sign(new byte[] {2}))).isFalse();
    }

    @Test
    void isAsLongAsKeycloaks() throws Exception {
        assertThat(key.publicHalf().toRSAPublicKey().getModulus().bitLength()).isEqualTo(2048);
    }

    private byte[] sign(byte[] input) {
        return key.sign(new JWSHeader(JWSAlgorithm.RS256), input).decode();
    }
}
