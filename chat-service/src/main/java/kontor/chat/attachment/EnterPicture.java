package kontor.chat.attachment;

import java.util.UUID;
import kontor.pictures.Picture;
import kontor.platform.web.RequestKey;

/** A picture that is stored under this name shall belong to a conversation. */
record EnterPicture(Picture picture, String path, long conversationId, UUID memberId, RequestKey key) {}
