package kontor.catalog.upload;

import java.util.UUID;
import kontor.pictures.Picture;
import kontor.platform.web.RequestKey;

/** A picture that is stored under this name shall have a row. */
record EnterPicture(Picture picture, String filename, Purpose purpose, UUID memberId, RequestKey key) {}
