-- An image is an attachment of the same conversation, uploaded by the sender (H-6).
alter table attachment add constraint attachment_of_its_uploader unique (conversation_id, uploaded_by, path);
alter table message add constraint message_image_is_the_senders foreign key (conversation_id, sender_id, image)
    references attachment (conversation_id, uploaded_by, path);
