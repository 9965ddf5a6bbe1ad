# Redshank with a Java and git: docker run --rm -v "$PWD:/src" ghcr.io/redshank/redshank lint
FROM eclipse-temurin:25-jdk AS build
COPY . /checkout
RUN /checkout/ci/docker/build.sh /opt

FROM eclipse-temurin:25-jre
RUN apt-get update -q \
 && apt-get install -q -y --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/redshank /opt/redshank
COPY ci/docker/install.sh /tmp/install.sh
RUN /tmp/install.sh /opt/redshank /usr/local/bin \
 && rm /tmp/install.sh \
 && useradd --create-home redshank
USER redshank
WORKDIR /src
ENTRYPOINT ["redshank"]
CMD ["--help"]
