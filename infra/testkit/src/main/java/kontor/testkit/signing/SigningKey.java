package kontor.testkit.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An RSA key of 2048 bits for RS256 with eight primes instead of two (RFC 8017, 3): it is made at once and signs ten
 * times as fast, which counts where thousands of persons come. Whoever checks a signature sees no difference. It keeps
 * no secret.
 */
public final class SigningKey extends BaseJWSProvider implements JWSSigner {

    private static final int BYTES = 256;
    private static final int PRIMES = 8;
    private static final int PRIME_BITS = 8 * BYTES / PRIMES;

    /** The others are set, or the product would be shorter. */
    private static final int FREE_BITS = PRIME_BITS - 16;

    private static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65_537);
    private static final byte[] SHA_256 = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private final BigInteger modulus;
    private final List<Part> parts;
    private final RSAKey publicHalf;

    public SigningKey() {
        super(Set.of(JWSAlgorithm.RS256));
        List<BigInteger> primes = primes();
        this.modulus = primes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
        this.parts = primes.stream().map(prime -> Part.of(prime, modulus)).toList();
        this.publicHalf = new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(PUBLIC_EXPONENT))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID(UUID.randomUUID().toString())
                .build();
    }

    public RSAKey publicHalf() {
        return publicHalf;
    }

    public String id() {
        return publicHalf.getKeyID();
    }

    /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.1). */
    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
        BigInteger message = new BigInteger(1, encoded(input));
        byte[] signature = parts.stream()
                .map(part -> part.signed(message))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(modulus)
                .toByteArray();
        byte[] fixed = new byte[BYTES];
        int length = Math.min(signature.length, BYTES); // there may be a byte for the sign, or fewer than all
        System.arraycopy(signature, signature.length - length, fixed, BYTES - length, length);
        return Base64URL.encode(fixed);
    }

    private static byte[] encoded(byte[] input) {
        byte[] hash = hash(input);
        byte[] block = new byte[BYTES];
        int info = BYTES - hash.length - SHA_256.length;
        Arrays.fill(block, 2, info - 1, (byte) 0xff);
        block[1] = 1;
        System.arraycopy(SHA_256, 0, block, info, SHA_256.length);
        System.arraycopy(hash, 0, block, BYTES - hash.length, hash.length);
        return block;
    }

    private static byte[] hash(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<BigInteger> primes() {
        Random random = new Random();
        BigInteger least = BigInteger.ONE.shiftLeft(PRIME_BITS).subtract(BigInteger.ONE.shiftLeft(FREE_BITS));
        return Stream.generate(
                        () -> least.add(new BigInteger(FREE_BITS, random)).nextProbablePrime())
                .filter(prime -> prime.mod(PUBLIC_EXPONENT).compareTo(BigInteger.ONE) != 0)
                .distinct()
                .limit(PRIMES)
                .toList();
    }

    /** What is computed with one prime, and the factor that brings it together with the rest. */
    private record Part(BigInteger prime, BigInteger exponent, BigInteger factor) {

        static Part of(BigInteger prime, BigInteger modulus) {
            BigInteger others = modulus.divide(prime);
            return new Part(
                    prime,
                    PUBLIC_EXPONENT.modInverse(prime.subtract(BigInteger.ONE)),
                    others.multiply(others.modInverse(prime)));
        }

        BigInteger signed(BigInteger message) {
            return message.modPow(exponent, prime).multiply(factor);
        }
    }
}
