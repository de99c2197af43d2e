package kontor.importer.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import kontor.importer.calls.Tally.Outcome;
import kontor.importer.check.Pictures;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/**
 * Uploads the pictures of users and products that are not in the shop yet. The shop takes a number of pictures an hour
 * from one member, and the importer waits as long as it is told.
 */
final class PictureTransfer {

    private static final Duration PATIENCE = Duration.ofMinutes(70);
    private static final String BOUNDARY = "kontor-import-picture";

    private final Transfer transfer;
    private final Pictures pictures;
    private final Set<Long> users;
    private final Set<Long> products;

    PictureTransfer(Transfer transfer, Pictures pictures, Existing existing) {
        this.transfer = transfer;
        this.pictures = pictures;
        this.users = existing.importedMembers().keySet();
        this.products = Existing.imported(existing.products()).keySet();
    }

    void run(Community community) {
        if (pictures.files().isEmpty()) {
            return;
        }
        transfer.progress().begin("pictures", pictures.files().size());
        for (People.User user : community.people().users()) {
            take(
                    user.uploadId(),
                    "MEMBER",
                    users.contains(user.id()),
                    user.id(),
                    transfer.ids().userPictures());
        }
        for (Goods.Product product : community.goods().products()) {
            take(
                    product.uploadId(),
                    "PRODUCT",
                    products.contains(product.id()),
                    product.id(),
                    transfer.ids().productPictures());
        }
    }

    private void take(@Nullable Long upload, String purpose, boolean isThere, long owner, Map<Long, Long> ids) {
        @Nullable Path file = upload == null ? null : pictures.files().get(upload);
        if (file == null) {
            return;
        }
        if (isThere) {
            transfer.count(Table.UPLOADS, Outcome.UNCHANGED, 1);
            return;
        }
        Answer answer = upload(file, purpose, "%s %d".formatted(purpose, owner));
        ids.put(owner, answer.body().required("id").asLong());
        transfer.count(Table.UPLOADS, answer.replayed() ? Outcome.UNCHANGED : Outcome.CREATED, 1);
    }

    private Answer upload(Path file, String purpose, String owner) {
        byte[] picture = read(file);
        byte[] head = String.join(
                        "\r\n",
                        "--" + BOUNDARY,
                        "Content-Disposition: form-data; name=\"purpose\"",
                        "",
                        purpose,
                        "--" + BOUNDARY,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"picture\"",
                        "Content-Type: " + mediaType(picture),
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8);
        String key =
                Batch.key("/uploads", owner + " " + java.util.HexFormat.of().formatHex(picture));
        Answer answer = transfer.shop()
                .post(
                        "/uploads",
                        key,
                        "multipart/form-data; boundary=" + BOUNDARY,
                        BodyPublishers.concat(
                                BodyPublishers.ofByteArray(head),
                                BodyPublishers.ofByteArray(picture),
                                BodyPublishers.ofByteArray(tail)),
                        PATIENCE);
        return transfer.shop().require(answer, "The picture " + file.getFileName());
    }

    private static String mediaType(byte[] picture) {
        return switch (picture[0]) {
            case (byte) 0x89 -> "image/png";
            case 'G' -> "image/gif";
            default -> "image/jpeg";
        };
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
