# calendar_api: gRPC on 8888, hello, health and metrics on 8080.
# Build it from the root of the source tree: docker build -f deploy/docker/api.Dockerfile .

# This stage is the same in the images of all services, so that it is built only once.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    mvn -B -ntp package -Dmaven.test.skip -Dliberty.provided -pl liberty -am

FROM icr.io/appcafe/open-liberty:26.0.0.3-kernel-slim-java21-openj9-ubi-minimal

# The image's own server, whose folder is /config: files that Liberty's users put there are read.
ARG DISTRIBUTION=/source/liberty/target/calendar
COPY --from=build --chown=1001:0 $DISTRIBUTION/usr/shared/config/ /opt/ol/wlp/usr/shared/config/
COPY --from=build --chown=1001:0 $DISTRIBUTION/usr/servers/calendar_api/*.* /config/
COPY --chown=1001:0 deploy/docker/liberty/*.xml /config/configDropins/defaults/
RUN VERBOSE=true features.sh

COPY --from=build --chown=1001:0 $DISTRIBUTION/usr/shared/resources/ /opt/ol/wlp/usr/shared/resources/
COPY --from=build --chown=1001:0 $DISTRIBUTION/usr/servers/calendar_api/apps/ /config/apps/
COPY --from=build $DISTRIBUTION/lib/calendar-common.sh /opt/calendar/lib/
COPY --from=build $DISTRIBUTION/lib/launcher/ /opt/calendar/lib/launcher/
COPY --from=build $DISTRIBUTION/bin/calendar_api /opt/calendar/bin/
COPY deploy/docker/liberty/healthy /opt/calendar/bin/
COPY deploy/docker/calendar.yaml /etc/calendar/config.yaml
USER root
RUN ln -s /opt/ol/wlp /opt/calendar/wlp \
 && ln -s defaultServer /opt/ol/wlp/usr/servers/calendar_api
USER 1001
# The launcher writes the key store of HTTPS, if there is one. A dump of OpenJ9 would fill the memory that is
# mounted where the server writes.
ENV KEYSTORE_REQUIRED=false \
    SAVE_KEYSTORE=false \
    OPENJ9_JAVA_OPTIONS="$OPENJ9_JAVA_OPTIONS -Xdump:system:none -Xdump:heap:none -Xdump:snap:none" \
    PATH=/opt/calendar/bin:$PATH \
    WLP_USER_DIR=/opt/ol/wlp/usr \
    WLP_OUTPUT_DIR=/opt/ol/wlp/output
# configure.sh starts the server once to fill the class cache, and reads this log file.
RUN VERBOSE=true MESSAGES_LOG_FILE=/opt/ol/wlp/output/defaultServer/logs/defaultServer.log \
    WARM_ENDPOINT=false WARM_OPENAPI_ENDPOINT=false configure.sh

# A container is reached from outside. Set here, not above: the server that configure.sh starts would refuse.
ENV CALENDAR_HTTP_IP=0.0.0.0 \
    CALENDAR_GRPC_IP=0.0.0.0
EXPOSE 8080 8888
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 CMD ["healthy", "calendar_api"]
CMD ["calendar_api", "--config=/etc/calendar/config.yaml"]
