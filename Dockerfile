# Four stages: the Java that the image brings, the program, its trained archive, and what runs. config/image/rehearse runs the same
# commands without a container engine.
FROM eclipse-temurin:25-jdk AS java
COPY config/image/link /image/link
RUN /image/link /java

FROM eclipse-temurin:25-jdk AS program
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The libraries change seldom: a layer of their own spares fetching them with every change of the sources.
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline || true
COPY config config
COPY seeds seeds
COPY src src
RUN mvn -B -q package -DskipTests

# Made by the Java and at the paths that will use it: an archive fits no others.
FROM debian:13-slim AS trained
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
COPY --from=java /java /java
COPY --from=program /src/target/lib /cairn/lib
COPY --from=program /src/target/cairn.jar /src/target/cairn /cairn/
COPY --from=program /src/target/cairn.classes /image/
COPY config/image/train /image/
RUN JAVA_HOME=/java /image/train /cairn /image/cairn.classes

FROM debian:13-slim
LABEL org.opencontainers.image.title="Cairn" \
  org.opencontainers.image.description="A study companion that lives in a community's chat"
# From what changes seldom to what changes with every commit: an update fetches the last layers alone.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates fontconfig fonts-dejavu-core \
  && rm -rf /var/lib/apt/lists/* && useradd --system --uid 10001 --home-dir /cairn --shell /usr/sbin/nologin cairn
COPY --from=java /java /java
COPY config/image/healthy /image/healthy
COPY --from=program /src/target/lib /cairn/lib
COPY --from=program /src/target/cairn.jar /src/target/cairn /cairn/
COPY --from=trained /cairn/cairn.jsa /cairn/cairn.jsa
RUN mkdir /cairn/data && chown 10001 /cairn/data
WORKDIR /cairn
USER 10001
# The only place that is written to beside /tmp: the rest of the file system may be read-only.
VOLUME /cairn/data
# Reached from outside the container only where a port is published.
ENV JAVA_HOME=/java CAIRN_HTTP_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["/image/healthy"]
STOPSIGNAL SIGTERM
# The launcher's flags include -XX:+ExitOnOutOfMemoryError: whoever restarts it is told.
ENTRYPOINT ["/cairn/cairn"]
CMD ["run"]
