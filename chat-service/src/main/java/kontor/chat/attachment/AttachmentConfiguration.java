package kontor.chat.attachment;

import kontor.pictures.Darkroom;
import kontor.pictures.PictureFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures as this service wants them. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    Darkroom darkroom(AttachmentSettings settings) {
        return new Darkroom(settings.edgeMost());
    }

    @Bean
    PictureFiles pictureFiles(AttachmentSettings settings) {
        return new PictureFiles(settings.directory());
    }
}
