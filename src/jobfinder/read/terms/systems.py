"""Skills: data, machine learning, operation of systems.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

DATA = """
PostgreSQL: postgres, postgre sql, psql
MySQL: my sql
MariaDB:
SQLite:
Oracle Database: =Oracle, oracle db, oracle sql
SQL Server: mssql, ms sql, microsoft sql server
MongoDB: mongo
Redis:
Cassandra: apache cassandra
DynamoDB:
CouchDB:
Neo4j:
Elasticsearch: elastic search, =ELK, elk stack
OpenSearch:
Solr:
ClickHouse:
InfluxDB:
TimescaleDB:
CockroachDB:
Snowflake: =Snowflake
Databricks:
BigQuery: big query, google bigquery
Redshift: amazon redshift, aws redshift
Athena: aws athena, amazon athena
dbt: =dbt, =DBT, data build tool
Airflow: apache airflow
Dagster:
Prefect: =Prefect
Fivetran:
Spark: =Spark, apache spark, pyspark, spark sql
Hadoop: hdfs, mapreduce
Hive: =Hive, apache hive
Flink: apache flink
Kafka: apache kafka, kafka streams
RabbitMQ: rabbit mq
Pulsar: apache pulsar
NATS: =NATS
Kinesis: aws kinesis, amazon kinesis
Iceberg: apache iceberg
Delta Lake:
Presto: =Presto, prestodb
Trino:
pandas: =pandas, =Pandas
NumPy:
SciPy:
Polars: =Polars
Jupyter: jupyter notebook, jupyter notebooks
Tableau: =Tableau
Power BI: powerbi, microsoft power bi
Looker: =Looker
Looker Studio: google data studio, data studio
Qlik: qlikview, qlik sense, qliksense
Metabase:
Superset: apache superset
Grafana:
ETL: =ETL, etl pipelines, etl/elt
Data Warehousing: data warehouse, data warehouses, =DWH
Data Modeling: data modelling, data models
Data Engineering:
Data Analysis: data analytics, datenanalyse
Data Visualization: data visualisation
Data Governance:
Statistics: statistical analysis, statistical modeling, statistik
A/B Testing: ab testing, a/b tests, split testing, online experiments, controlled experiments, product experimentation, multivariate testing, experiment design, split tests
NoSQL:
SSIS:
SSRS:
Informatica:
Talend:
Vector Databases: vector database, vector stores, pgvector, pinecone, weaviate, qdrant
HBase: apache hbase
Couchbase:
Memcached:
Cosmos DB: cosmosdb, azure cosmos db
Teradata:
Vertica:
Db2: =DB2, =Db2, ibm db2
Sybase:
Exasol:
DuckDB:
Apache Druid:
Apache Hudi:
Apache Beam:
NiFi: apache nifi
Apache Storm:
ZooKeeper: =ZooKeeper, =Zookeeper, apache zookeeper
Debezium: change data capture
Airbyte:
Matillion:
Avro: apache avro
Parquet: =Parquet, apache parquet
Data Quality: datenqualität, qualité des données, calidad de datos
Master Data Management: stammdatenmanagement, master data
Data Catalog: collibra, alation, data lineage, data catalogs
Data Lake: data lakes, lakehouse, data lakehouse
Data Mesh:
Data Architecture: datenarchitektur
Data Pipelines: data pipeline, datenpipelines
Data Mining:
Data Cleaning: data cleansing, data wrangling, datenbereinigung
Data Integration: datenintegration
Data Migration: datenmigration, data migrations
Big Data:
Database Administration: datenbankadministration
Database Design: database modeling, datenbankdesign
Query Optimization: sql tuning, query tuning
Stored Procedures: stored procedure
OLAP: =OLAP
Dimensional Modeling: dimensional modelling, star schema
Data Vault:
SSAS: =SSAS
MicroStrategy:
Cognos: ibm cognos
Crystal Reports:
Domo: =Domo
Sisense:
ThoughtSpot:
Alteryx:
KNIME:
RapidMiner:
Matplotlib: seaborn
ggplot2: dplyr
R Shiny: shinyapps
Bayesian Statistics: bayesian inference, bayesian modeling, bayesian methods
Hypothesis Testing: significance testing
Regression Analysis: regressionsanalyse, linear regression, logistic regression
Design of Experiments: =DoE, statistische versuchsplanung, experimental design
Causal Inference:
Econometrics: ökonometrie, économétrie
Predictive Analytics: predictive modeling, predictive modelling, predictive models
Operations Research: linear programming, mathematical optimization, mathematische optimierung
Geospatial Analysis: geospatial data
Tag Management: web analytics, webanalyse
"""

MACHINE_LEARNING = """
Machine Learning: =ML, maschinelles lernen
Deep Learning: neural networks
Computer Vision:
NLP: =NLP, natural language processing
LLM: =LLM, =LLMs, large language models, large language model
Generative AI: genai, gen ai
RAG: =RAG, retrieval augmented generation
Reinforcement Learning:
Prompt Engineering:
MLOps: ml ops
PyTorch:
TensorFlow: tensor flow
Keras:
scikit-learn: sklearn
XGBoost:
LightGBM:
Hugging Face: huggingface
LangChain:
LangGraph:
OpenCV:
CUDA:
MLflow:
Kubeflow:
SageMaker: amazon sagemaker
Vertex AI:
JAX: =JAX
Data Science:
Time Series: time series analysis, forecasting models
Recommender Systems: recommendation systems
ROS: =ROS, =ROS2, ros 2, robot operating system
SLAM: =SLAM
Feature Engineering:
Model Deployment: model serving
Transformer Models: hugging face transformers, transformer architectures, =BERT
Fine-Tuning: llm fine-tuning, model fine-tuning
OpenAI API: gpt-4, openai apis
ChatGPT:
LlamaIndex:
AI Agents: ai agent, agentic ai, agentic workflows, multi-agent systems
Model Context Protocol:
vLLM:
TensorRT:
ONNX:
Weights & Biases: wandb
CatBoost:
Diffusion Models: stable diffusion
Object Detection: image recognition, image classification
Image Processing: bildverarbeitung, traitement d'images
Speech Recognition: spracherkennung, speech-to-text
Text Mining:
spaCy:
NLTK:
Anomaly Detection: anomalieerkennung
GitHub Copilot:
Data Labeling: data annotation, data labelling
Knowledge Graphs: knowledge graph, ontologies
Information Retrieval: semantic search, vector search
Conversational AI: chatbots, chatbot development
Responsible AI: ai ethics, ai governance, eu ai act
"""

OPERATIONS = """
AWS: amazon web services, amazon aws
Azure: microsoft azure, ms azure
Google Cloud: =GCP, google cloud platform
Lambda: =Lambda, aws lambda
EC2: =EC2
S3: =S3, amazon s3
ECS: =ECS
EKS: =EKS
Docker: docker compose
Kubernetes: k8s, =K8S
Helm: =Helm, helm charts
OpenShift:
Terraform: opentofu
Pulumi:
CloudFormation: aws cloudformation
Ansible:
Puppet: =Puppet
Chef: =Chef
Vault: =Vault, hashicorp vault
Consul: =Consul
Nomad: hashicorp nomad
Istio: service mesh
Nginx:
Apache HTTP Server: apache httpd
Linux: =RHEL, ubuntu, debian
Unix: =UNIX
Windows Server:
Active Directory:
VMware: vsphere
Git: =Git, =git, =GIT
GitHub: git hub
GitLab:
Bitbucket:
GitHub Actions:
GitLab CI: gitlab ci/cd
Jenkins:
CircleCI: circle ci
Argo CD: argocd, gitops
CI/CD: cicd, continuous integration, continuous delivery, continuous deployment
DevOps: dev ops
SRE: =SRE, site reliability engineering, site reliability
Prometheus:
Datadog:
Splunk:
New Relic:
Sentry: =Sentry
OpenTelemetry: otel
Infrastructure as Code: =IaC
Serverless:
TCP/IP:
DNS: =DNS
VPN: =VPN
Cisco: =Cisco, =CCNA, =CCNP
Network Engineering: computer networking, computer networks
Snowplow:
Cloudflare:
"""
