package kontor.catalog.upload;

import kontor.pictures.Darkroom;
import kontor.pictures.PictureFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures as this service wants them. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    Darkroom darkroom(UploadSettings settings) {
        return new Darkroom(settings.edgeMost());
    }

    @Bean
    PictureFiles pictureFiles(UploadSettings settings) {
        return new PictureFiles(settings.directory());
    }
}
